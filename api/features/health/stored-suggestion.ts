/** The suggestion for a stored meeting, the same for the answer that is proposed and for the visits that count as planned. Reads nothing. */
import { registrableDomain } from '../../domain/account-match.ts';
import { localHour } from '../../domain/local-hour.ts';
import { joinProviders } from '../../domain/meeting-link.ts';
import { type ModalityFacts, type ModalitySuggestion, suggestModality } from '../../domain/modality.ts';

/** Columns of `meeting` that say something about its modality. */
export interface SuggestionColumns {
  readonly subject: string;
  readonly location_text: string;
  readonly location_type: string | null;
  readonly is_own_room: boolean;
  readonly is_online_meeting: boolean;
  readonly join_provider: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** As the calendar names it; not always an IANA name. */
  readonly time_zone: string;
  readonly is_all_day: boolean;
}

/** What other tables say about the meeting. */
export interface SuggestionContext extends Pick<ModalityFacts, 'attendance' | 'history'> {
  /** The tenant's, IANA: where the meeting's own says nothing. */
  readonly timeZone: string;
  /** Behind the @ of every customer invited. */
  readonly contactHosts: readonly string[];
  readonly isDeclinedByAll: boolean;
}

const millisecondsPerMinute = 60_000;

/** Computed anew each time: a better rule reaches old meetings too. Attendance and history change no modality before the fact, only how sure it is. */
export function storedSuggestion(row: SuggestionColumns, context: SuggestionContext): ModalitySuggestion {
  return suggestModality({
    locationText: row.location_text,
    subject: row.subject,
    isOnlineMeeting: row.is_online_meeting,
    onlineProvider: joinProviders.find((provider) => provider === row.join_provider),
    locationType: row.location_type ?? undefined,
    isOwnRoom: row.is_own_room,
    startHourLocal: row.is_all_day ? undefined : hourOf(row, context.timeZone),
    durationMinutes: (row.ends_at.getTime() - row.starts_at.getTime()) / millisecondsPerMinute,
    contactDomains: context.contactHosts.flatMap((host) => registrableDomain(host) ?? []),
    isDeclinedByAll: context.isDeclinedByAll,
    attendance: context.attendance,
    history: context.history,
  });
}

/** A program that writes every meeting in UTC says nothing about where it takes place. */
function hourOf({ starts_at, time_zone }: SuggestionColumns, timeZone: string): number | undefined {
  return (isUtc.test(time_zone) ? undefined : localHour(starts_at, time_zone)) ?? localHour(starts_at, timeZone);
}

const isUtc = /^(?:tzone:\/\/Microsoft\/)?(?:Etc\/)?(?:UTC|GMT|Z)$/i;
