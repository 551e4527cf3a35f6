/** The Content-Security-Policy of the add-in's pages, the same on one machine and in production but for the addresses. */

export interface PolicyAddresses {
  /** Origin of our API. */
  readonly apiOrigin: string;
  /** Where office.js comes from. */
  readonly officeOrigin: string;
  /** Frames beyond Microsoft's that may hold our pages: the workbench on one machine, none in production. */
  readonly extraAncestors: readonly string[];
}

export const officeOrigin = 'https://appsforoffice.microsoft.com';

/** Hosts of Teams, Outlook and Microsoft 365 that frame tabs and panes (Teams docs, "Prerequisites for your tab"). */
const ancestors = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** Of the empty text: Fluent makes empty style elements and fills them by CSSOM, which needs no more than this. */
export const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export function contentSecurityPolicy({ apiOrigin, officeOrigin: office, extraAncestors }: PolicyAddresses): string {
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", office],
    'style-src': ["'self'", emptyStyleHash],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", apiOrigin, 'https://login.microsoftonline.com', 'https://res.cdn.office.net'],
    'frame-ancestors': ["'self'", ...ancestors, ...extraAncestors],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
