/** Starts one of the programs beside it in a process of its own and speaks with it by lines, so that a test can kill it for real. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isRunning } from '../../../api/local/machine/process-identity.ts';

export type HeldProcess = {
  readonly child: ChildProcess;
  /** The program's one line of JSON, or the reason why it ended before writing it. */
  readonly answer: Promise<Readonly<Record<string, unknown>>>;
  readonly exited: Promise<void>;
};

export function startProgram(program: string, ...args: readonly string[]): HeldProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const answer = new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      resolve(JSON.parse(line) as Readonly<Record<string, unknown>>);
    });
    child.once('close', () => {
      reject(new Error(`${program} ended without an answer: ${errors.join('\n')}`));
    });
  });
  return { child, answer, exited };
}

export async function killHard(held: HeldProcess): Promise<void> {
  held.child.kill('SIGKILL');
  await held.exited;
}

/** Whether a process runs; one that has ended but was not collected yet does not. */
export async function runs(pid: number): Promise<boolean> {
  return await isRunning({ pid, startedAt: undefined });
}
