/** The workbench's settings: person, theme, what to show and how wide, the clock, the faults. Draws what it is given and tells changes. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { momentLabel } from './calendar-days.ts';
import { Choice } from './Choice.tsx';
import type { Persona } from './endpoints.ts';
import { paneWidthsPx, shownNames, teamsWidthsPx, themeNames } from './place.ts';
import type { Place } from './place.ts';
import { text } from './text.ts';

const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { marginRight: 'auto', minWidth: '180px', alignSelf: 'center' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  lead: { color: tokens.colorNeutralForeground2 },
  clock: { display: 'flex', flexDirection: 'column', gap: '2px' },
  clockRow: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

interface TopBarProps {
  readonly place: Place;
  readonly change: (changed: Partial<Place>) => void;
  readonly personas: readonly Persona[];
  readonly persona: string | undefined;
  readonly nowAt: string | undefined;
  readonly timeZone: string | undefined;
  readonly onAdvance: (minutes: number) => void;
  readonly isAdvancing: boolean;
  /** Somebody's own exported calendar is served instead of the demo tenant. */
  readonly isOwnCalendar: boolean;
  readonly children: ReactNode;
}

export function TopBar(props: TopBarProps) {
  const { place, change, personas, nowAt, timeZone } = props;
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <div className={styles.title}>
        <h1 className={styles.heading}>{text.title}</h1>
        <Text size={200} className={styles.lead}>
          {props.isOwnCalendar ? text.ownLead : text.lead}
        </Text>
      </div>
      <Choice
        label={text.persona}
        value={props.persona ?? ''}
        options={personas.map((person) => [person.id, text.personaOption(person)])}
        onChange={(persona) => {
          change({ persona, itemId: undefined, dayOn: undefined });
        }}
      />
      <Choice
        label={text.theme}
        value={place.theme}
        options={themeNames.map((name) => [name, text.themes[name]])}
        onChange={(theme) => {
          change({ theme });
        }}
      />
      <Choice
        label={text.show}
        value={place.shown}
        options={shownNames.map((name) => [name, text.shows[name]])}
        onChange={(shown) => {
          change({ shown });
        }}
      />
      <Choice
        label={text.paneWidth}
        value={String(place.paneWidthPx)}
        options={withCurrent(paneWidthsPx, place.paneWidthPx).map((widthPx) => [String(widthPx), text.pixels(widthPx)])}
        onChange={(widthPx) => {
          change({ paneWidthPx: Number(widthPx) });
        }}
      />
      <Choice
        label={text.width}
        value={String(place.teamsWidthPx)}
        options={withCurrent(teamsWidthsPx, place.teamsWidthPx).map((widthPx) => [
          String(widthPx),
          text.widths[widthPx] ?? text.pixels(widthPx),
        ])}
        onChange={(widthPx) => {
          change({ teamsWidthPx: Number(widthPx) });
        }}
      />
      <div className={styles.clock} role="group" aria-label={text.clock}>
        <Text size={200} role="status" data-clock={nowAt}>
          {nowAt === undefined || timeZone === undefined ? text.clock : momentLabel(nowAt, timeZone)}
        </Text>
        <div className={styles.clockRow}>
          <Button
            size="small"
            disabled={props.isAdvancing}
            onClick={() => {
              props.onAdvance(hourMinutes);
            }}
          >
            {text.addHour}
          </Button>
          <Button
            size="small"
            disabled={props.isAdvancing}
            onClick={() => {
              props.onAdvance(dayMinutes);
            }}
          >
            {text.addDay}
          </Button>
        </div>
      </div>
      {props.children}
    </header>
  );
}

/** The offered widths, and the one in use when the hash names another. */
function withCurrent(widthsPx: readonly number[], currentPx: number): readonly number[] {
  return widthsPx.includes(currentPx) ? widthsPx : [...widthsPx, currentPx].toSorted((one, other) => one - other);
}
