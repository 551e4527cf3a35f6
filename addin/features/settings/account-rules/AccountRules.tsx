/** The section that sets how accounts are judged and matched: the cadence of each tier, and the domains of partners. */
import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, Textarea, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { AccountRules as Rules } from '../../../../api/contract/admin.ts';
import { cadencePolicy, tiers } from '../../../../api/contract/vocabulary.ts';
import type { CallFailure } from '../../../client/call.ts';
import { useAccountRules } from '../../../client/queries.ts';
import { queryKeys } from '../../../client/query-keys.ts';
import { useCommand } from '../../../client/use-command.ts';
import { PageSection } from '../../../ui/PageSection.tsx';
import { LinesSkeleton } from '../../../ui/states.tsx';
import { useFormats, useText } from '../../../ui/text.tsx';
import { CommandFailure, LoadFailure, SectionHeading } from '../SectionParts.tsx';
import { draftOf, readDraft, shortenedTiers } from './rules-draft.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, alignItems: 'flex-start' },
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '100%' },
  tiers: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}` },
  tier: { width: '136px' },
  /** Fluent's input is as wide as twenty letters. */
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0 } },
  domains: { maxWidth: '480px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const skeletonLines = [
  { widthPercent: 30, heightPx: 20 },
  { widthPercent: 60, heightPx: 32 },
  { widthPercent: 60, heightPx: 64 },
] as const;

export function AccountRules(): JSX.Element {
  const text = useText();
  const rules = useAccountRules();
  return (
    <PageSection title={text('rules.title')} sentence={text('rules.sentence')}>
      {rules.data ? (
        <RulesForm rules={rules.data} />
      ) : rules.error ? (
        <LoadFailure failure={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <LinesSkeleton lines={skeletonLines} />
      )}
    </PageSection>
  );
}

function RulesForm({ rules }: { readonly rules: Rules }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const queryClient = useQueryClient();
  const saving = useCommand('set-account-rules');
  const [draft, setDraft] = useState(() => draftOf(rules));
  const [isJudged, setIsJudged] = useState(false);
  const reading = readDraft(draft);
  const domain = saving.error ? wrongDomainIn(saving.error) : undefined;
  const wrong = isJudged && reading.kind === 'wrong' ? reading.tiers : [];

  const change = (next: typeof draft): void => {
    saving.reset();
    setDraft(next);
  };
  const save = (): void => {
    setIsJudged(true);
    if (reading.kind !== 'rules' || saving.isPending) return;
    saving.mutate(
      { params: {}, request: reading.rules },
      {
        onSuccess: (saved) => {
          queryClient.setQueryData(queryKeys.accountRules, saved);
          setDraft(draftOf(saved));
        },
        // Words, calendars and counts of other pages follow from the rules.
        onSettled: () => void queryClient.invalidateQueries(),
      },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.block}>
        <SectionHeading>{text('rules.cadence')}</SectionHeading>
        <Text className={styles.quiet}>{text('rules.cadence.sentence', cadencePolicy)}</Text>
        <div className={styles.tiers}>
          {tiers.map((tier) => (
            <Field
              key={tier}
              className={styles.tier}
              label={text('rules.tier', { tier })}
              {...(wrong.includes(tier) ? { validationMessage: text('rules.cadence.wrong', cadencePolicy) } : {})}
            >
              <Input
                className={styles.input}
                inputMode="numeric"
                autoComplete="off"
                contentAfter={text('rules.days')}
                value={draft.cadenceDays[tier]}
                onChange={(_event, { value }) => change({ ...draft, cadenceDays: { ...draft.cadenceDays, [tier]: value } })}
              />
            </Field>
          ))}
        </div>
        <ShorterNotice tiers={shortenedTiers(draft, rules)} />
      </div>
      <div className={styles.block}>
        <SectionHeading>{text('rules.partners')}</SectionHeading>
        <Field className={styles.domains} label={text('rules.partners.label')} hint={text('rules.partners.hint')}>
          <Textarea
            resize="vertical"
            rows={4}
            value={draft.partnerDomains}
            onChange={(_event, { value }) => change({ ...draft, partnerDomains: value })}
          />
        </Field>
      </div>
      {saving.error && (
        <CommandFailure failure={saving.error} sentence={domain === undefined ? undefined : text('rules.partners.wrong', { domain })} />
      )}
      {saving.isSuccess && (
        <MessageBar intent="success" role="status">
          <MessageBarBody>{text('rules.saved')}</MessageBarBody>
        </MessageBar>
      )}
      <Button type="submit" disabledFocusable={saving.isPending}>
        {text(saving.isPending ? 'rules.saving' : 'rules.save')}
      </Button>
    </form>
  );
}

function ShorterNotice({ tiers: shortened }: { readonly tiers: ReturnType<typeof shortenedTiers> }): JSX.Element | undefined {
  const text = useText();
  const formats = useFormats();
  if (shortened.length === 0) return undefined;
  const values = { count: shortened.length, tiers: formats.list(shortened), noticeDays: cadencePolicy.noticeDays };
  return <Text role="status">{text('rules.cadence.shorter', values)}</Text>;
}

/** The server names the one that is no domain. */
function wrongDomainIn(failure: CallFailure): string | undefined {
  if (failure.kind !== 'problem' || failure.code !== 'request_invalid' || failure.details['member'] !== 'partnerDomains') return undefined;
  const { value } = failure.details;
  return typeof value === 'string' ? value : undefined;
}
