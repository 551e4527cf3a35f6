/** The parts of a workbook: a ZIP archive of XML files, unpacked piece by piece within limits and handed on as they are parsed. */
import type { FileFault } from '../../../contract/account-file-fault.ts';
import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import sax, { type SAXParser } from 'sax';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ok, refused, type Result } from '../../../domain/result.ts';

export const packageLimits = {
  parts: 2_000,
  /** Of all that is read, unpacked: 20,000 full rows and their strings take a fifth of it. */
  bytes: 96 * 1024 * 1024,
} as const;

export interface XmlReader {
  /** Names without a prefix; attributes as written. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** In pieces: one text may come as several. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Asked after every piece: the rest of the part is not unpacked. */
  readonly isDone?: () => boolean;
}

export interface Package {
  /** Part names begin without a slash. */
  readonly read: (partName: string, reader: XmlReader) => Promise<Result<'read' | 'absent', FileFault>>;
}

export async function openPackage(bytes: Uint8Array): Promise<Result<Package, FileFault>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > packageLimits.parts) return refused({ kind: 'content_too_large' });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refused({ kind: 'encrypted_workbook' });
      // The standard compares part names without regard to case.
      entries.set(entry.fileName.toLowerCase(), entry);
    }
    const budget = { leftBytes: packageLimits.bytes };
    return ok({ read: async (partName, reader) => await readPart({ zip, budget }, entries.get(partName.toLowerCase()), reader) });
  } catch {
    // Whatever the archive says wrongly about itself: an end that is missing, names or sizes that cannot be.
    return refused({ kind: 'broken_workbook' });
  }
}

interface OpenPackage {
  readonly zip: ZipFile;
  /** Shrinks with every piece that is unpacked. */
  readonly budget: { leftBytes: number };
}

async function readPart(
  { zip, budget }: OpenPackage,
  entry: Entry | undefined,
  reader: XmlReader,
): Promise<Result<'read' | 'absent', FileFault>> {
  if (!entry) return ok('absent');
  try {
    const isWithin = await parsePieces(await zip.openReadStreamPromise(entry), { reader, budget });
    return isWithin ? ok('read') : refused({ kind: 'content_too_large' });
  } catch {
    // Damaged compression, more or fewer bytes than announced, no UTF-8, no well-formed XML, a document type.
    return refused({ kind: 'broken_workbook' });
  }
}

interface PieceOptions {
  readonly reader: XmlReader;
  readonly budget: OpenPackage['budget'];
}

/** False when the budget does not suffice. Throws on what is no XML. */
async function parsePieces(stream: Readable, { reader, budget }: PieceOptions): Promise<boolean> {
  const parser = openParser(reader);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) throw new TypeError('expected bytes');
    budget.leftBytes -= piece.length;
    if (budget.leftBytes < 0) return false;
    parser.write(decoder.decode(piece, { stream: true }));
    if (reader.isDone?.()) return true;
  }
  parser.write(decoder.decode()).close();
  return true;
}

function openParser({ open, text, close }: XmlReader): SAXParser {
  const parser = sax.parser(true, {});
  parser.onerror = (error) => {
    throw error;
  };
  // Workbooks have none; where there is one it defines entities that grow.
  parser.ondoctype = () => {
    throw new Error('a part with a document type');
  };
  parser.onopentag = (tag) => {
    // Only a parser that resolves namespaces gives qualified ones.
    if (!('uri' in tag)) open(localName(tag.name), tag.attributes);
  };
  if (text) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  if (close) parser.onclosetag = (name) => close(localName(name));
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
