/** Which names before the @ stand for a machine or a list, and which only look so. */
import { describe, expect, it } from 'vitest';
import { impersonalName } from '../../api/domain/mail-name.ts';

describe('behind a name is a machine', () => {
  it.each([
    'noreply',
    'no-reply',
    'no.reply',
    'no_reply',
    'noreply2',
    'donotreply',
    'do-not-reply',
    'do_not.reply',
    'billing-noreply',
    'billing.noreply',
    'billing_noreply',
    'noreply-billing',
    'noreply.billing',
    'noreply_billing',
    'mailer-daemon',
    'postmaster',
    'bounce',
    'bounces',
    'bounces-123',
    'notification',
    'notifications',
    'notifications.teams',
    'notifications_teams',
    'calendar-notification',
  ])('%s', (name) => {
    expect(impersonalName(name)).toBe('machine');
  });
});

describe('behind a name is a list', () => {
  it.each([
    'all',
    'alle',
    'everyone',
    'everybody',
    'allstaff',
    'all-staff',
    'all.hands',
    'all_users',
    'all-company',
    'all-employees',
    'mailinglist',
    'mailing-list',
    'mailing.list.sales',
    'distribution-list',
    'distributionlist',
    'distribution_list-sales',
    'dist-list',
    'distlist_sales',
    'verteiler',
    'verteiler-einkauf',
    'verteiler.einkauf',
    'dl-sales',
    'dl_sales',
    'sales-dl',
    'sales_dl',
    'listserv',
    'mailman',
    'mailman-owner',
    'majordomo',
    'sympa',
    'sympa.news',
    'news-subscribe',
    'news-unsubscribe',
  ])('%s', (name) => {
    expect(impersonalName(name)).toBe('list');
  });
});

describe('behind a name may be a person', () => {
  it.each([
    'dana',
    'info',
    'sales',
    'office',
    'team',
    'purchasing',
    'norepolyn',
    'anoreply',
    'noreplyer',
    'noreply2b',
    'notificationa',
    'my-notification',
    'postmasters',
    'bouncer',
    'anna.list',
    'allan',
    'j.all',
    'all.smith',
    'alle.berg',
    'my-everyone',
    'dl',
    'dl.smith',
    'dlsmith',
    'smith.dl',
    'smithdl',
    'wendl-smith',
    'smith-dlugosz',
    'mailings',
    'mailinglists',
    'my-mailing-list',
    'verteilerin',
    'sympathy',
    'a-sympa',
    'subscribe',
    'news-subscriber',
    'dlx-sales',
    'sales-dlx',
  ])('%s', (name) => {
    expect(impersonalName(name)).toBeUndefined();
  });
});
