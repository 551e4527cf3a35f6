/** My data: what is recorded about the reader, who looked, what others see, what is never recorded, and how long it stays. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import type { MyDataReply } from '../../../api/contract/my-data.ts';
import { keyRetentionDays } from '../../../api/contract/idempotency-key.ts';
import { PageSection } from '../../ui/PageSection.tsx';
import { useText } from '../../ui/text.tsx';
import { ExportMyData } from './ExportMyData.tsx';
import { Profile } from './Profile.tsx';
import { RecordKinds } from './RecordKinds.tsx';
import { RecordTable } from './RecordTable.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxWidth: '70ch',
  },
});

export function MyData({ reply: { profile, calendar, totals } }: { readonly reply: MyDataReply }): JSX.Element {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The link that led here stands at the foot of the page that was left.
    window.scrollTo({ top: 0 });
    // So that the keyboard goes on from here; never out of the program around the page.
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div>
      <PageSection title={text('myData.title')} sentence={text('myData.sentence')} heading={heading}>
        <Profile profile={profile} calendar={calendar} />
        <ExportMyData />
      </PageSection>
      <PageSection title={text('myData.viewers')} sentence={text('myData.viewers.sentence')}>
        <RecordTable kind="viewed_by" label={text('myData.viewers')} none={text('myData.viewers.none')} />
      </PageSection>
      <PageSection title={text('myData.shown')} sentence={text('myData.shown.sentence')}>
        <Sentences
          lines={[
            text('myData.shown.managers'),
            text('myData.shown.colleagues'),
            text('myData.shown.meetings'),
            text('myData.shown.admins'),
          ]}
        />
      </PageSection>
      <PageSection title={text('myData.recorded')} sentence={text('myData.recorded.sentence')}>
        <RecordKinds totals={totals} />
      </PageSection>
      <PageSection title={text('myData.never')} sentence={text('myData.never.sentence')}>
        <Sentences
          lines={[text('myData.never.body'), text('myData.never.private'), text('myData.never.others'), text('myData.never.senses')]}
        />
      </PageSection>
      <PageSection title={text('myData.kept')} sentence={text('myData.kept.sentence')}>
        <Sentences
          lines={[
            text('myData.kept.calendar'),
            text('myData.kept.meetings'),
            text('myData.kept.answers'),
            text('myData.kept.requests', { days: keyRetentionDays }),
          ]}
        />
      </PageSection>
    </div>
  );
}

function Sentences({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <ul className={useStyles().list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
