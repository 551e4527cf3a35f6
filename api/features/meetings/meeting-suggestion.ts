/** The suggestion of a meeting as it is shown, from what is read of it anyway: its people, and how their accounts were met in the last year. */
import type * as z from 'zod';
import type { AccountGlance, Meeting } from '../../contract/tagging.ts';
import type { ModalityFacts } from '../../domain/modality.ts';
import type { InvitationResponse } from '../../domain/tag.ts';
import { isNear, modalities, type Modality } from '../../domain/tag-vocabulary.ts';
import type { TouchMark } from '../../domain/touch-strip.ts';
import { storedSuggestion, type SuggestionColumns } from '../health/stored-suggestion.ts';

export interface ShownMeeting extends SuggestionColumns {
  readonly tenant_time_zone: string;
  /** Customers who joined online; null while nobody has looked. */
  readonly contacts_joined: number | null;
}

export interface Guests {
  readonly contacts: readonly { readonly mail: string; readonly response: InvitationResponse }[];
  readonly accounts: readonly Pick<z.input<typeof AccountGlance>, 'strip'>[];
}

export function meetingSuggestion(row: ShownMeeting, { contacts, accounts }: Guests): z.input<typeof Meeting>['suggestion'] {
  const { modality, confidence, reasons } = storedSuggestion(row, {
    timeZone: row.tenant_time_zone,
    contactHosts: [...new Set(contacts.map(({ mail }) => mail.slice(mail.lastIndexOf('@') + 1)))],
    isDeclinedByAll: contacts.length > 0 && contacts.every(({ response }) => response === 'declined'),
    attendance: row.contacts_joined === null ? undefined : { contacts: row.contacts_joined },
    history: historyOf(accounts.flatMap(({ strip }) => strip)),
  });
  return { modality, confidence, reasons: [...reasons] };
}

/** The marks of a strip that a person has answered. */
function historyOf(strip: readonly { readonly mark: TouchMark }[]): ModalityFacts['history'] {
  const answered = strip.flatMap(({ mark }) => (isModality(mark) ? [mark] : []));
  const near = answered.filter(isNear).length;
  return { near, remote: answered.length - near };
}

function isModality(mark: TouchMark): mark is Modality {
  return modalities.some((modality) => modality === mark);
}
