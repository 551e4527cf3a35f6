/** Tells a running process from another one that got the same number later. Signals nothing. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `/proc/<pid>/stat` after the command's closing bracket: state is word 0, start time word 19 (proc(5), fields 3 and 22). */
const STATE_WORD = 0;
const START_WORD = 19;

export type ProcessIdentity = {
  readonly pid: number;
  /** When the process started, in the system's own notation: only equality means something. Undefined where it cannot be learnt. */
  readonly startedAt: string | undefined;
};

/** This process. */
export async function identifyThisProcess(): Promise<ProcessIdentity> {
  const found = await readProcess(process.pid);
  return { pid: process.pid, startedAt: found === 'gone' ? undefined : found.startedAt };
}

/** Whether this very process still runs; where the start time cannot be learnt the number alone decides. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  const found = await readProcess(identity.pid);
  if (found === 'gone') {
    return false;
  }
  return found.startedAt === undefined || identity.startedAt === undefined || found.startedAt === identity.startedAt;
}

async function readProcess(pid: number): Promise<'gone' | { readonly startedAt: string | undefined }> {
  if (!canBeSignalled(pid)) {
    return 'gone';
  }
  if (process.platform === 'linux') {
    return await readLinuxProcess(pid);
  }
  if (process.platform === 'win32') {
    return { startedAt: undefined };
  }
  const answer = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }).catch(() => ({
    stdout: '',
  }));
  return { startedAt: answer.stdout.trim() === '' ? undefined : answer.stdout.trim() };
}

async function readLinuxProcess(pid: number): Promise<'gone' | { readonly startedAt: string | undefined }> {
  const [stat, bootId] = await Promise.all([
    readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => undefined),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
  ]);
  if (stat === undefined) {
    return { startedAt: undefined };
  }
  const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A process that has ended but was not yet collected by its parent still has a number, and runs nothing.
  return words[STATE_WORD] === 'Z' ? 'gone' : { startedAt: `${bootId.trim()}:${words[START_WORD] ?? ''}` };
}

function canBeSignalled(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
