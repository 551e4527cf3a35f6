/** Puts one deployment's values into the manifest. Checks the values, not the manifest: tests/manifest does that. */

export interface ManifestValues {
  /** Host name of the add-in's site in lower case, without scheme, port and path. */
  readonly addinHost: string;
  /** Of the app in the customer's catalogue, a GUID; stays the same over all versions. */
  readonly appId: string;
  /** Of the Entra app registration, a GUID; its scope is `api://<client id>/access_as_user`, as in addin/host/sign-in.ts. */
  readonly clientId: string;
  /** Three https pages of the organisation that runs the deployment; they open in a browser, never inside a host. */
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsOfUseUrl: string;
}

export interface ManifestFault {
  readonly name: keyof ManifestValues;
  /** What is wrong and what to do, to be read after the name. */
  readonly sentence: string;
}

export type FilledManifest =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly failure: readonly ManifestFault[] };

interface Rule {
  readonly placeholder: string;
  readonly isValid: (value: string) => boolean;
  readonly sentence: string;
}

/** Limit of an address in the manifest's schema, characters. */
const longestAddress = 2048;

const guid: Pick<Rule, 'isValid' | 'sentence'> = {
  isValid: (value) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value),
  sentence: 'must be a GUID',
};
const page: Pick<Rule, 'isValid' | 'sentence'> = {
  isValid: (value) => value.length <= longestAddress && value.startsWith('https://') && URL.canParse(value),
  sentence: 'must be an https address of at most 2048 characters',
};

const rules: { readonly [Name in keyof ManifestValues]: Rule } = {
  addinHost: {
    placeholder: 'ADDIN_HOST',
    isValid: isHostName,
    sentence: 'must be a host name in lower case such as firsthand.example.com, without https://, port and path',
  },
  appId: { placeholder: 'APP_ID', ...guid },
  clientId: { placeholder: 'CLIENT_ID', ...guid },
  websiteUrl: { placeholder: 'WEBSITE_URL', ...page },
  privacyUrl: { placeholder: 'PRIVACY_URL', ...page },
  termsOfUseUrl: { placeholder: 'TERMS_OF_USE_URL', ...page },
};

/**
 * The text of manifest.json with every `{{PLACEHOLDER}}` replaced, ready for the app package; all wrong values are named at once.
 * Throws when the template holds a placeholder that no value fills: that is a bug of ours.
 */
export function fillManifest(template: string, values: ManifestValues): FilledManifest {
  const names = Object.keys(rules) as (keyof ManifestValues)[];
  const failure = names.filter((name) => !rules[name].isValid(values[name])).map((name) => ({ name, sentence: rules[name].sentence }));
  if (failure.length > 0) return { ok: false, failure };
  const byPlaceholder = new Map(names.map((name) => [rules[name].placeholder, values[name]]));
  return {
    ok: true,
    value: template.replaceAll(/\{\{(.*?)\}\}/g, (whole, placeholder: string) => inJson(byPlaceholder.get(placeholder), whole)),
  };
}

/** Every placeholder stands inside a JSON string. */
function inJson(value: string | undefined, placeholder: string): string {
  if (value === undefined) throw new Error(`the manifest holds ${placeholder}, which no value fills`);
  return JSON.stringify(value).slice(1, -1);
}

/** RFC 1123: labels of up to 63 characters, 253 in all; at least two labels, since a single one cannot be reached over https. */
function isHostName(value: string): boolean {
  const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
  const labels = value.split('.');
  return value.length <= 253 && labels.length >= 2 && labels.every((part) => label.test(part)) && /[a-z]/.test(labels.at(-1) ?? '');
}
