/** Which files of labelled rows are read, and in which one sentence the others are refused. */
import { describe, expect, it } from 'vitest';
import { readLabelledRows } from '../../../api/local/evaluation/labelled-rows.ts';

function read(csv: string): ReturnType<typeof readLabelledRows> {
  return readLabelledRows(new TextEncoder().encode(csv));
}

describe('labelled rows', () => {
  it.each([
    ['underscores', 'location_text,label\nZoom,in_person'],
    ['hyphens', 'location-text,label\nZoom,in-person'],
    ['capitals and blanks', 'Location Text, Label\nZoom,In Person'],
    ['another order and other columns', 'date,label,location_text\n2026-01-01,in-person,Zoom'],
    ['a byte order mark', '\ufefflocation_text,label\nZoom,in-person'],
    ['Windows line ends and empty lines', 'location_text,label\r\n\r\nZoom,in-person\r\n'],
  ])('may be written with %s', (_, csv) => {
    expect(read(csv)).toEqual({ ok: true, rows: [{ locationText: 'Zoom', label: 'in_person' }] });
  });

  it('keep line breaks, commas and quotation marks of a quoted text', () => {
    expect(read('location_text,label\n"Room 4,\n""Blue""",unknown')).toEqual({
      ok: true,
      rows: [{ locationText: 'Room 4,\n"Blue"', label: 'unknown' }],
    });
  });

  it.each([
    ['is empty', ''],
    ['has no rows below its header', 'location_text,label'],
    ['has no column label; it has location_text, class', 'location_text,class\nZoom,virtual'],
    ['has no column location_text and none called label; it has a, b', 'a,b\n1,2'],
    [
      'has the label "online" on line 3, which is none of in_person, hybrid, virtual, phone, unknown',
      'location_text,label\nZoom,virtual\nMeet,online',
    ],
    ['is no CSV: Quote Not Closed: the parsing is finished with an opening quote at line 2', 'location_text,label\n"Zoom,virtual'],
  ])('are refused when the file %s', (sentence, csv) => {
    expect(read(csv)).toEqual({ ok: false, sentence });
  });

  it('are refused when a row has too many cells, with its line', () => {
    expect(read('location_text,label\nZoom,virtual\nRoom 4, 2nd floor,in-person')).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^is no CSV: .*line 3/),
    });
  });

  it('are refused when the file is not UTF-8', () => {
    expect(readLabelledRows(new Uint8Array([0x6c, 0xff, 0xfe]))).toEqual({ ok: false, sentence: 'is not UTF-8 text' });
  });
});
