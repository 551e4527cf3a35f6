/** Environment → Config. Names every fault at once, each in one sentence that says what to do. */
import * as z from 'zod';
import { ok, refused, type Result } from './domain/result.ts';

const databaseConnectionsPerInstance = 10;

export interface Config {
  /** Ids of the tenants whose users may call; everybody else is refused at the door. */
  readonly enrolledTenantIds: readonly string[];
  /** Of our single-tenant Entra app: the audience of our tokens and the client that reads Graph. */
  readonly clientId: string;
  /** Of the user-assigned managed identity that is the app's federated credential. */
  readonly managedIdentityClientId: string;
  /** Exact origin of the add-in's pages, the only one that may call from a browser. */
  readonly addinOrigin: string;
  readonly database: { readonly url: string; readonly usesManagedIdentity: boolean; readonly maxConnections: number };
  readonly queue: { readonly connectionString: string } | { readonly accountUrl: string };
  /** Where Graph can reach us, and the keys of the secret that it repeats; absent where it cannot. */
  readonly notifications: { readonly origin: string; readonly keys: readonly [Uint8Array, ...Uint8Array[]] } | undefined;
  /** Where simulators stand in for Microsoft; absent in production. */
  readonly simulators: { readonly graphBaseUrl: string | undefined; readonly entraAuthority: string | undefined };
}

export interface ConfigFault {
  readonly name: string;
  /** What is wrong and what to do; holds no value, since a value may be a secret. */
  readonly sentence: string;
}

const uuid = z.guid();

const Environment = z.object({
  ENROLLED_TENANTS: z
    .string({ error: 'is missing' })
    .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
    .refine((ids) => ids.every((id) => uuid.safeParse(id).success), 'must be tenant ids (GUIDs) separated by commas'),
  CLIENT_ID: z.guid({ error: 'must be the application (client) id, a GUID' }).toLowerCase(),
  MANAGED_IDENTITY_CLIENT_ID: z.guid({ error: "must be the managed identity's client id, a GUID" }),
  ADDIN_ORIGIN: z
    .string({ error: 'is missing' })
    .refine(isOrigin, 'must be an origin such as https://firsthand.example.com, without a path'),
  DATABASE_URL: z.string({ error: 'is missing' }).refine(isPostgresUrl, 'must start with postgres:// or postgresql://'),
  AzureWebJobsStorage: z.string().optional(),
  AzureWebJobsStorage__queueServiceUri: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
  NOTIFICATION_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be the origin at which Graph reaches this app, such as https://firsthand-api.example.com, without a path')
    .optional(),
  NOTIFICATION_KEYS: z.string().transform(keysIn).optional(),
  GRAPH_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  ENTRA_AUTHORITY: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
});

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigFault[]> {
  const parsed = Environment.safeParse(environment);
  const faults = parsed.success ? [] : parsed.error.issues.map(faultOf);
  if (!environment['AzureWebJobsStorage'] && !environment['AzureWebJobsStorage__queueServiceUri']) {
    faults.push(fault('AzureWebJobsStorage', 'is missing: give a connection string, or AzureWebJobsStorage__queueServiceUri'));
  }
  if (Boolean(environment['NOTIFICATION_ORIGIN']) !== Boolean(environment['NOTIFICATION_KEYS'])) {
    faults.push(
      fault('NOTIFICATION_KEYS', 'must be there exactly when NOTIFICATION_ORIGIN is: give both, or neither to read by the clock alone'),
    );
  }
  if (!parsed.success || faults.length > 0) return refused(faults);
  const values = parsed.data;
  return ok({
    enrolledTenantIds: values.ENROLLED_TENANTS,
    clientId: values.CLIENT_ID,
    managedIdentityClientId: values.MANAGED_IDENTITY_CLIENT_ID,
    addinOrigin: values.ADDIN_ORIGIN,
    database: {
      url: values.DATABASE_URL,
      usesManagedIdentity: new URL(values.DATABASE_URL).password === '',
      maxConnections: databaseConnectionsPerInstance,
    },
    queue: queueOf(values),
    notifications:
      values.NOTIFICATION_ORIGIN && values.NOTIFICATION_KEYS
        ? { origin: values.NOTIFICATION_ORIGIN, keys: values.NOTIFICATION_KEYS }
        : undefined,
    simulators: { graphBaseUrl: values.GRAPH_BASE_URL, entraAuthority: values.ENTRA_AUTHORITY },
  });
}

/** HMAC-SHA256 gains nothing from less than its own length. */
const keyBytes = 32;

function keysIn(text: string, context: z.RefinementCtx): readonly [Uint8Array, ...Uint8Array[]] {
  const [first, ...older] = text.split(',').map((part) => Uint8Array.from(Buffer.from(part.trim(), 'base64')));
  if (first && [first, ...older].every(({ length }) => length >= keyBytes)) return [first, ...older];
  context.addIssue({
    code: 'custom',
    message: `must be keys of at least ${keyBytes} random bytes in base64, newest first, separated by commas`,
  });
  return z.NEVER;
}

function queueOf(values: z.output<typeof Environment>): Config['queue'] {
  const accountUrl = values.AzureWebJobsStorage__queueServiceUri;
  return accountUrl === undefined ? { connectionString: values.AzureWebJobsStorage ?? '' } : { accountUrl };
}

function faultOf(issue: z.core.$ZodIssue): ConfigFault {
  return fault(String(issue.path[0]), issue.message);
}

function fault(name: string, what: string): ConfigFault {
  return { name, sentence: `The setting ${name} ${what}.` };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}
