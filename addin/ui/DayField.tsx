/** The day of a meeting that no calendar has, typed or chosen. Says what is wrong with it when it is told to. */
import { Field, Input } from '@fluentui/react-components';
import type { JSX } from 'react';
import { byHandDays, dayFault } from './by-hand-days.ts';
import { useFormats, useText } from './text.tsx';

interface DayFieldProps {
  /** `YYYY-MM-DD`; empty while none is chosen. */
  readonly value: string;
  readonly todayOn: string;
  readonly showsFault: boolean;
  readonly onChange: (on: string) => void;
}

export function DayField({ value, todayOn, showsFault, onChange }: DayFieldProps): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const { firstOn, lastOn } = byHandDays(todayOn);
  const fault = showsFault ? dayFault(value, { firstOn, lastOn }) : undefined;
  const message = fault && text(`byHand.day.${fault}`, { first: formats.fullDay(firstOn), last: formats.fullDay(lastOn) });
  return (
    <Field label={text('byHand.day.label')} {...(message ? { validationMessage: message } : {})}>
      <Input type="date" min={firstOn} max={lastOn} value={value} onChange={(_event, data) => onChange(data.value)} />
    </Field>
  );
}
