/** What every route, problem and page policy keeps to. What single routes answer is tested with their features. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { contentSecurityPolicy, officeOrigin } from '../../api/contract/content-security-policy.ts';
import { problemStatus } from '../../api/contract/problem.ts';
import { isCommand, roles, type Route } from '../../api/contract/route.ts';
import { routes } from '../../api/contract/routes.ts';

const byName: readonly (readonly [string, Route])[] = Object.entries(routes);

describe('routes', () => {
  it('have each a method and path of their own', () => {
    const shapes = byName.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`);
    expect(shapes.toSorted()).toEqual([...new Set(shapes)].sort());
  });

  it('are open to every signed-in person only to say who that is', () => {
    expect(byName.filter(([, { roles: named }]) => named.length === 0).map(([name]) => name)).toEqual(['me']);
  });

  it('that change something answer without what a meeting says: their answers are kept longer than it may be ours to know', () => {
    const saying = byName
      .filter(([, route]) => isCommand(route))
      .filter(([, { reply }]) =>
        /"(?:subject|locationText)"/.test(JSON.stringify(z.toJSONSchema(reply, { io: 'input', unrepresentable: 'any' }))),
      );
    expect(saying.map(([name]) => name)).toEqual([]);
  });

  describe.each(byName)('%s', (name, route) => {
    it('is called by its name', () => {
      expect(route.name).toBe(name);
    });

    it('has a path below /api, in lower case', () => {
      expect(route.path).toMatch(/^[a-z-]+(?:\/(?:[a-z-]+|\{[A-Za-z]+\}))*$/);
    });

    it('has a parameter for each placeholder, and no other', () => {
      const placeholders = [...route.path.matchAll(/\{([^}]*)\}/g)].map(([, placeholder]) => placeholder);
      expect(route.params).toBeInstanceOf(z.ZodMiniObject);
      expect(Object.keys((route.params as z.ZodMiniObject).shape).sort()).toEqual(placeholders.sort());
    });

    it('names known roles, each once', () => {
      expect(roles).toEqual(expect.arrayContaining([...route.roles]));
      expect(new Set(route.roles).size).toBe(route.roles.length);
    });

    it('takes nothing but an object, so that a member may be added', () => {
      expect(route.request.safeParse([]).success).toBe(false);
      expect(route.request.safeParse('x').success).toBe(false);
    });
  });
});

describe('problems', () => {
  it.each(Object.entries(problemStatus))('%s is answered with %i, a status of errors', (code, status) => {
    expect(code).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
    expect(Number.isInteger(status) && status >= 400 && status <= 599).toBe(true);
  });
});

describe('the content security policy', () => {
  const policy = contentSecurityPolicy({ apiOrigin: 'https://api.example', officeOrigin, extraAncestors: ['https://workbench.example'] });
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  const sourcesOf = (name: string): readonly string[] => directives.find(([directive]) => directive === name)?.slice(1) ?? [];

  it('allows nothing unsafe', () => {
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|unsafe-hashes/);
  });

  it('names no source of everything', () => {
    const wild = directives.flatMap(([, ...sources]) => sources).filter((source) => /^(?:\*|https?:|https?:\/\/\*)$/.test(source));
    expect(wild).toEqual([]);
  });

  it('has each directive once', () => {
    const names = directives.map(([name]) => name);
    expect(names).toHaveLength(new Set(names).size);
    expect(names.filter((name) => name === 'frame-ancestors')).toHaveLength(1);
  });

  it('refuses by default, and lets nobody move the base, send a form or embed an object', () => {
    for (const name of ['default-src', 'base-uri', 'form-action', 'object-src']) expect(sourcesOf(name)).toEqual(["'none'"]);
  });

  it('runs scripts of ours and of Office only', () => {
    expect(sourcesOf('script-src')).toEqual(["'self'", officeOrigin]);
  });

  it('is framed by Microsoft alone, and on one machine by the workbench', () => {
    const inProduction = contentSecurityPolicy({ apiOrigin: 'https://api.example', officeOrigin, extraAncestors: [] });
    expect(sourcesOf('frame-ancestors')).toContain('https://workbench.example');
    expect(inProduction).not.toContain('workbench');
    for (const source of sourcesOf('frame-ancestors').filter((some) => some !== "'self'" && some !== 'https://workbench.example')) {
      expect(source).toMatch(/^https:\/\/(?:[a-z*-]+\.)*(?:cloud\.microsoft|microsoft\.com|microsoft365\.com|office\.com|office365\.com)$/);
    }
  });
});
