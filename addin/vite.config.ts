/** Builds the pane and the tab into dist/addin; with `--mode workbench` the local workbench and its office.js into dist/workbench. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build as bundleScript } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';

const workbenchMode = 'workbench';

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** pane/pane.html → pane.html: pages stand at the top of their origin, whatever folder their sources live in. */
function pagesAtTheTop(): Plugin {
  return {
    name: 'pages-at-the-top',
    enforce: 'post',
    generateBundle(_options, bundle): void {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.html')) file.fileName = file.fileName.split('/').at(-1) ?? file.fileName;
      }
    },
  };
}

/** The stand-in for Microsoft's office.js: a classic script by itself, since a page loads it before any module. */
function classicOfficeScript(): Plugin {
  return {
    name: 'classic-office-script',
    async generateBundle(): Promise<void> {
      const result = await bundleScript({
        entryPoints: [pathOf('./workbench/office.ts')],
        bundle: true,
        format: 'iife',
        target: 'es2022',
        minify: true,
        write: false,
      });
      const [script] = result.outputFiles;
      if (script) this.emitFile({ type: 'asset', fileName: 'office.js', source: script.text });
    },
  };
}

/** What the pages draw with, at a tenth of the size: api/decisions/0008. Types and Fluent's own demands stay React's. */
const preactForReact = [
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
];

/** What every page loads at once: as one chunk it compresses better, and takes one request. */
const everyPage = new RegExp(
  [
    'node_modules/(preact|zod|idb|@tanstack/(query-core|react-query)|@griffel|stylis|rtl-css-js|keyborg)/',
    'node_modules/@fluentui/(tokens|react-provider|react-shared-contexts|react-jsx-runtime|react-text|keyboard-keys)/',
    'api/(contract/[\\w-]+\\.ts|domain/)',
    'addin/client/',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]'),
);

export default defineConfig(({ mode }) => {
  const isWorkbench = mode === workbenchMode;
  return {
    root: pathOf(isWorkbench ? './workbench' : '.'),
    base: '/',
    publicDir: false,
    cacheDir: pathOf('../node_modules/.cache/vite'),
    plugins: [react(), pagesAtTheTop(), ...(isWorkbench ? [classicOfficeScript()] : [])],
    resolve: { alias: preactForReact },
    build: {
      outDir: pathOf(isWorkbench ? '../dist/workbench' : '../dist/addin'),
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      // The polyfill would be one more script; every host's browser has module preload.
      modulePreload: { polyfill: false },
      // No file becomes a data: address, which the pages' content security policy refuses.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        output: isWorkbench ? {} : { codeSplitting: { groups: [{ name: 'base', test: everyPage }] } },
        input: isWorkbench ? [pathOf('./workbench/workbench.html')] : [pathOf('./pane/pane.html'), pathOf('./tab/tab.html')],
      },
    },
  };
});
