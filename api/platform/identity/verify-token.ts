/** Who is calling: verifies an access token for our API. Identity is tid + oid, never a name or an address. */
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { Config } from '../../config.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { Clock } from '../clock.ts';
import { entraOrigin } from './microsoft-hosts.ts';

export interface VerifiedUser {
  readonly tenantId: string;
  /** Object id in Entra ID. */
  readonly userId: string;
  /** For the caller's own screen only. */
  readonly name: string;
  readonly appRoles: readonly string[];
}

/** `keys_unreachable` is the outside world's fault and may pass; everything else is a token that we refuse. */
export type TokenRefusal = { readonly kind: 'not_signed_in' } | { readonly kind: 'keys_unreachable' };

export type VerifyToken = (authorization: string | null) => Promise<Result<VerifiedUser, TokenRefusal>>;

const scope = 'access_as_user';
const clockToleranceSeconds = 60;
/** An unknown key id asks for the keys again at most this often. */
const keysCooldownMs = 60_000;
const keysTimeoutMs = 5_000;
const maxTokenCharacters = 16_384;
const guestAccount = 1;

const Claims = z.object({
  tid: z.guid(),
  oid: z.guid(),
  azp: z.guid(),
  scp: z.string(),
  ver: z.literal('2.0'),
  name: z.string().default(''),
  roles: z.array(z.string()).default([]),
  idtyp: z.literal('user').optional(),
  acct: z.number().optional(),
});

/** Rules: Microsoft identity platform, "Secure applications and APIs by validating claims". */
export function tokenVerifier(config: Config, clock: Clock): VerifyToken {
  const keysByTenant = new Map<string, JWTVerifyGetKey>();
  const authority = config.simulators.entraAuthority ?? entraOrigin;

  function keysOf(tenantId: string): JWTVerifyGetKey {
    const known = keysByTenant.get(tenantId);
    if (known) return known;
    const url = new URL(`${authority.replace(/\/$/, '')}/${tenantId}/discovery/v2.0/keys`);
    const keys = createRemoteJWKSet(url, { cooldownDuration: keysCooldownMs, timeoutDuration: keysTimeoutMs });
    keysByTenant.set(tenantId, keys);
    return keys;
  }

  return async (authorization) => {
    const token = bearerToken(authorization);
    const tenantId = token && claimedTenant(token);
    if (!token || !tenantId || !config.enrolledTenantIds.includes(tenantId)) return refused({ kind: 'not_signed_in' });
    try {
      const { payload } = await jwtVerify(token, keysOf(tenantId), {
        algorithms: ['RS256'],
        issuer: `${entraOrigin}/${tenantId}/v2.0`,
        audience: config.clientId,
        requiredClaims: ['exp', 'nbf', 'iat', 'sub'],
        clockTolerance: clockToleranceSeconds,
        currentDate: clock.now(),
      });
      return userOf(payload, tenantId, config.clientId);
    } catch (error) {
      return refused({ kind: isOutside(error) ? 'keys_unreachable' : 'not_signed_in' });
    }
  };
}

function bearerToken(authorization: string | null): string | undefined {
  const [scheme, token, ...rest] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0 || token.length > maxTokenCharacters) return undefined;
  return token;
}

/** Unverified: only chooses whose keys to ask. */
function claimedTenant(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

/** A user's token for our API: an id token lacks the scope, an app-only token the user. */
function userOf(payload: JWTPayload, tenantId: string, clientId: string): Result<VerifiedUser, TokenRefusal> {
  const claims = Claims.safeParse(payload);
  if (!claims.success) return refused({ kind: 'not_signed_in' });
  const { tid, oid, azp, scp, name, roles, acct } = claims.data;
  const isForUs = tid.toLowerCase() === tenantId && azp.toLowerCase() === clientId && scp.split(' ').includes(scope);
  if (!isForUs || acct === guestAccount) return refused({ kind: 'not_signed_in' });
  return ok({ tenantId, userId: oid.toLowerCase(), name, appRoles: roles });
}

/**
 * The keys could not be read: no answer, an error as the answer (jose gives those no code of their own), or something that is no key set.
 * A token that names an unknown key or fails its check is the caller's affair.
 */
function isOutside(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC';
}
