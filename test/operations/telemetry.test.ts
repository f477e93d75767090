import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { WorkedAlone } from './workAlone.ts';

// The program at work in a network of its own that has one way out, where every byte is counted. Only
// root may make such a network.
const CAN_UNSHARE = process.getuid?.() === 0 && spawnSync('unshare', ['-n', 'true']).status === 0;

const DEEP = process.env.OPENREBATE_DEEP === '1';

/** A neighbour that takes everything and answers nothing; names are asked for there, too. */
const NETWORK = `
  set -e
  ip link set lo up
  ip link add out type veth peer name far
  echo 1 > /proc/sys/net/ipv6/conf/out/disable_ipv6
  echo 1 > /proc/sys/net/ipv6/conf/far/disable_ipv6
  ip addr add 203.0.113.2/24 dev out
  ip link set far up
  ip link set out up
  ip route add default via 203.0.113.1
  ip neigh add 203.0.113.1 lladdr 02:00:00:00:00:01 dev out nud permanent
  exec "$@"`;

// Needs the right to make networks, and some time.
test.skipIf(!CAN_UNSHARE || !DEEP)(
  'installed, set up, asked to import, calculate, preview, back up and serve, it sends nothing to anybody',
  () => {
    const work = fileURLToPath(new URL('workAlone.ts', import.meta.url));
    const args = ['-n', 'sh', '-c', NETWORK, 'network', process.execPath, work];
    const { status, stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    process.stdout.write(stdout);
    const { sent, control, odd, acknowledged } = JSON.parse(stdout) as WorkedAlone;
    expect({ sent, odd }).toEqual({ sent: 0, odd: [] });
    // Somebody who does send something is noticed.
    expect(control).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(10);
  },
  600_000,
);
