/** The settings as the product reads them: every fault at once, by name, and never a value. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../api/config.ts';

const tenantId = '00000001-0000-4000-8000-00000000000a';
const clientId = '11111111-2222-4333-8444-55555555555a';
const secret = 'hunter2';
const right = {
  ENROLLED_TENANTS: tenantId,
  CLIENT_ID: clientId,
  MANAGED_IDENTITY_CLIENT_ID: '22222222-2222-4333-8444-555555555555',
  ADDIN_ORIGIN: 'https://addin.test',
  DATABASE_URL: `postgres://app:${secret}@db.test:5432/firsthand`,
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
};

type Environment = Readonly<Record<string, string | undefined>>;

function valueOf(environment: Environment = {}): unknown {
  const config = readConfig({ ...right, ...environment });
  return config.ok ? config.value : config.failure;
}

/** Names of the settings found wrong; checks each sentence on the way. */
function faultsOf(environment: Environment): readonly string[] {
  const config = readConfig(environment);
  if (config.ok) return [];
  for (const { name, sentence } of config.failure) {
    expect(sentence).toMatch(/^The setting \w+ (is|must) .*\.$/);
    expect(sentence).toContain(name);
    for (const value of Object.values(environment)) if (value) expect(sentence).not.toContain(value);
    expect(sentence).not.toContain(secret);
  }
  return config.failure.map(({ name }) => name);
}

function faultsWith(environment: Environment): readonly string[] {
  return faultsOf({ ...right, ...environment });
}

describe('right settings', () => {
  it('are taken as they are', () => {
    expect(valueOf()).toMatchObject({
      enrolledTenantIds: [tenantId],
      clientId,
      addinOrigin: 'https://addin.test',
      database: { url: right.DATABASE_URL, usesManagedIdentity: false },
      queue: { connectionString: right.AzureWebJobsStorage },
      simulators: { graphBaseUrl: undefined, entraAuthority: undefined },
    });
  });

  it('name several tenants, in any case and with spaces', () => {
    const other = '00000002-0000-4000-8000-00000000000B';
    expect(valueOf({ ENROLLED_TENANTS: ` ${tenantId.toUpperCase()} , ${other}` })).toMatchObject({
      enrolledTenantIds: [tenantId, other.toLowerCase()],
    });
  });

  it('compare the client id in small letters, as tokens carry it', () => {
    expect(valueOf({ CLIENT_ID: clientId.toUpperCase() })).toMatchObject({ clientId });
  });

  it('sign in to the database by identity when its address has no password', () => {
    expect(valueOf({ DATABASE_URL: 'postgresql://app@db.test/firsthand' })).toMatchObject({ database: { usesManagedIdentity: true } });
  });

  it('take the account of the queue instead of a connection string', () => {
    const accountUrl = 'https://store.queue.test/';
    const queue = { AzureWebJobsStorage: undefined, AzureWebJobsStorage__queueServiceUri: accountUrl };
    expect(valueOf(queue)).toMatchObject({ queue: { accountUrl } });
  });

  it.each(['http://localhost:4281', 'https://addin.test:8443'])('take the origin %s', (origin) => {
    expect(faultsWith({ ADDIN_ORIGIN: origin })).toEqual([]);
  });
});

describe('wrong settings', () => {
  it('are all named at once when nothing is set', () => {
    expect([...faultsOf({})].sort()).toEqual([...Object.keys(right)].sort());
  });

  it('are all named at once when everything is wrong', () => {
    const wrong = Object.fromEntries(Object.keys(right).map((name) => [name, `${secret} ${name.length}`]));
    const addresses = { AzureWebJobsStorage__queueServiceUri: 'x', GRAPH_BASE_URL: 'y z', ENTRA_AUTHORITY: 'w v' };
    const expected = [...Object.keys(right).filter((name) => name !== 'AzureWebJobsStorage'), ...Object.keys(addresses)];
    expect([...faultsOf({ ...wrong, ...addresses, AzureWebJobsStorage__queueServiceUri: `${secret} q` })].sort()).toEqual(expected.sort());
  });

  it('do not hide a missing queue behind another fault, nor the other way round', () => {
    expect(faultsWith({ AzureWebJobsStorage: undefined, CLIENT_ID: 'no' })).toEqual(['CLIENT_ID', 'AzureWebJobsStorage']);
  });

  // An empty AzureWebJobsStorage is told twice, once in the parser's own words: `fails` goes when config.ts says it once.
  it('name each setting once', () => {
    const empty = Object.fromEntries(Object.keys(right).map((name) => [name, '']));
    const names = faultsOf(empty);
    expect(names).toEqual([...new Set(names)]);
    expect([...names].sort()).toEqual([...Object.keys(right)].sort());
  });

  it.each(['', ',', `${tenantId},`, 'common', 'organizations', '*', tenantId.slice(1), `{${tenantId}}`])('tenants %j', (text) => {
    expect(faultsWith({ ENROLLED_TENANTS: text })).toEqual(['ENROLLED_TENANTS']);
  });

  it.each(['', 'no', `api://${clientId}`, ` ${clientId}`, clientId.replaceAll('-', '')])('client id %j', (text) => {
    expect(faultsWith({ CLIENT_ID: text })).toEqual(['CLIENT_ID']);
    expect(faultsWith({ MANAGED_IDENTITY_CLIENT_ID: text })).toEqual(['MANAGED_IDENTITY_CLIENT_ID']);
  });

  it.each([
    '',
    '*',
    'null',
    'addin.test',
    'https://addin.test/',
    'https://addin.test/pane',
    'https://ADDIN.test',
    'https://addin.test:443',
  ])('origin %j', (text) => {
    expect(faultsWith({ ADDIN_ORIGIN: text })).toEqual(['ADDIN_ORIGIN']);
  });

  it.each(['', 'db.test', `mysql://a:${secret}@db.test`, `postgres://a:${secret}@db.test:99999/x`, ` postgres://db.test`])(
    'database %j',
    (text) => {
      expect(faultsWith({ DATABASE_URL: text })).toEqual(['DATABASE_URL']);
    },
  );

  it.each(['store.queue.test', 'http://store.queue.test/', 'ftp://store.queue.test/'])('queue address %j', (text) => {
    expect(faultsWith({ AzureWebJobsStorage__queueServiceUri: text })).toEqual(['AzureWebJobsStorage__queueServiceUri']);
  });

  it.each(['graph', 'file:///etc/passwd', 'javascript:alert(1)'])('address of a simulator %j', (text) => {
    expect(faultsWith({ GRAPH_BASE_URL: text, ENTRA_AUTHORITY: text })).toEqual(['GRAPH_BASE_URL', 'ENTRA_AUTHORITY']);
  });
});
