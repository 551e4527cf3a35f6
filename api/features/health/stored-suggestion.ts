/** The suggestion for a stored meeting, the same for the answer that is proposed and for the visits that count as planned. Reads nothing. */
import { joinProviders } from '../../domain/meeting-link.ts';
import { type ModalitySuggestion, suggestModality } from '../../domain/modality.ts';

/** Columns of `meeting` that say something about its modality. */
export interface SuggestionColumns {
  readonly subject: string;
  readonly location_text: string;
  readonly location_type: string | null;
  readonly is_own_room: boolean;
  readonly is_online_meeting: boolean;
  readonly join_provider: string | null;
}

/** Computed anew each time: a better rule reaches old meetings too. */
export function storedSuggestion(row: SuggestionColumns): ModalitySuggestion {
  return suggestModality({
    locationText: row.location_text,
    subject: row.subject,
    isOnlineMeeting: row.is_online_meeting,
    onlineProvider: joinProviders.find((provider) => provider === row.join_provider),
    locationType: row.location_type ?? undefined,
    isOwnRoom: row.is_own_room,
  });
}
