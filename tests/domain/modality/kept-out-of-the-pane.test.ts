/** The word lists are for the server: nothing that the add-in may import leads to them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Every file of ours that these import, directly or not; types too, which costs nothing but is simpler to hold. */
function reached(files: readonly string[]): ReadonlySet<string> {
  const all = new Set(files);
  for (const file of all) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
    for (const { fileName } of importedFiles) if (fileName.startsWith('.')) all.add(resolve(dirname(file), fileName));
  }
  return all;
}

it('the contract does not lead to the word lists', () => {
  const contract = readdirSync(join(root, 'api/contract'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const names = [...reached(contract.map((name) => join(root, 'api/contract', name)))].map((file) => relative(root, file));
  expect(names).toContain('api/domain/tag-vocabulary.ts');
  expect(names.filter((name) => /domain\/(?:modality|meeting-)/.test(name) && !name.endsWith('meeting-by-hand.ts'))).toEqual([]);
});
