/** Reads a list of phrases as a source file keeps it: commas between them, lines of any length, lines with # to say which. */

/** In the order of the list; a phrase that stands there twice is there twice. */
export function phraseList(list: string): readonly string[] {
  return list
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
