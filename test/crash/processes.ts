import { execFileSync } from 'node:child_process';

/** Every process of this machine. */
export function processes() {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return listed
    .trim()
    .split('\n')
    .map((row) => {
      const [pid, parent, state = '', ...command] = row.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), state, command: command.join(' ') };
    });
}

export function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}
