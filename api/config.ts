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
  GRAPH_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
  ENTRA_AUTHORITY: z.url({ protocol: /^https?$/, error: 'must be an address' }).optional(),
});

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigFault[]> {
  const parsed = Environment.safeParse(environment);
  const faults = parsed.success ? [] : parsed.error.issues.map(faultOf);
  if (!environment['AzureWebJobsStorage'] && !environment['AzureWebJobsStorage__queueServiceUri']) {
    faults.push(fault('AzureWebJobsStorage', 'is missing: give a connection string, or AzureWebJobsStorage__queueServiceUri'));
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
    simulators: { graphBaseUrl: values.GRAPH_BASE_URL, entraAuthority: values.ENTRA_AUTHORITY },
  });
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
