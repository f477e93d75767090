import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Told } from '../support/moneyStory/playStory.ts';
import type { StoryTask } from './storyWorker.ts';

const WORKER = new URL('storyWorker.ts', import.meta.url).pathname;

/**
 * Does a deed in a process of its own, which is killed so many milliseconds after it has begun; what it was
 * told, or undefined where it was killed before it could say so. Without milliseconds it goes to its end.
 */
export async function inProcess(task: StoryTask, killAfterMs?: number): Promise<Told | undefined> {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  let failed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    failed += text;
  });
  const closed = once(child, 'close');
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      resolve();
    });
  });
  await Promise.race([ready, closed]);
  child.stdin.end('go\n');
  if (killAfterMs !== undefined) {
    await sleep(killAfterMs);
    child.kill('SIGKILL');
  }
  await closed;
  const [, told] = said.split('\n');
  if (!told && killAfterMs === undefined) throw new Error(`${task.name}: ${failed}`);
  return told ? (JSON.parse(told) as Told) : undefined;
}
