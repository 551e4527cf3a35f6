/**
 * `npm run evaluate -- FILE.csv [--json]`: how right the suggestion of a modality is on rows that people labelled. Exit code 0 when it could
 * be measured, 2 with one sentence when not. Reads the file and nothing else.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { suggestModality } from '../domain/modality.ts';
import { evaluateSuggestions } from './evaluation/evaluate-suggestions.ts';
import { evaluationReport } from './evaluation/evaluation-report.ts';
import { readLabelledRows } from './evaluation/labelled-rows.ts';

const badInput = 2;
const usage = 'Name one file: npm run evaluate -- FILE.csv [--json]';

async function main(args: readonly string[]): Promise<number> {
  const asked = askedOf(args);
  if (!asked) return refuse(usage);
  const { file, isJson } = asked;
  const csv = await readFile(file).catch((error: unknown) => sentenceOf(error));
  if (typeof csv === 'string') return refuse(`${file} ${csv}.`);
  const read = readLabelledRows(csv);
  if (!read.ok) return refuse(`${file} ${read.sentence}.`);
  const evaluation = evaluateSuggestions(read.rows, (locationText) => suggestModality({ locationText }));
  process.stdout.write(isJson ? `${JSON.stringify(evaluation, null, 2)}\n` : evaluationReport(evaluation));
  return 0;
}

interface Asked {
  readonly file: string;
  readonly isJson: boolean;
}

function askedOf(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file] = positionals;
    return file !== undefined && positionals.length === 1 ? { file, isJson: values.json } : undefined;
  } catch {
    return undefined;
  }
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EISDIR' ? 'is a folder' : 'cannot be read';
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return badInput;
}

process.exitCode = await main(process.argv.slice(2));
