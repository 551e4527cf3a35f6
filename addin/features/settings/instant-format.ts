/** How the settings write an instant: `Monday 23 November 2026, 14:02`, in this device's zone. */
import { localDayOf } from '../../ui/formats.ts';
import { useFormats, useText, useTimeZone } from '../../ui/text.tsx';

export function useInstantFormat(): (instant: string) => string {
  const text = useText();
  const formats = useFormats();
  const timeZone = useTimeZone();
  return (instant) => text('settings.instant', { day: formats.fullDay(localDayOf(instant, timeZone)), time: formats.time(instant) });
}
