import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedCopies } from './build/compressed-copies.ts';
import { oneLanguage } from './build/one-language.ts';
import { persistedOperations } from './build/persisted-operations.ts';
import { withoutFonts } from './build/without-fonts.ts';
import { introspection } from './src/developers/graphiql/introspection.ts';

const api = process.env.BANGFU_API ?? 'http://127.0.0.1:4000';
const here = import.meta.dirname;

/**
 * What only some pages need stays out of the first load. Small parts are not merged: that makes files which import
 * each other in a circle, and then a component is used before it is there.
 */
const split = { entriesAware: true };

/** Libraries change less often than our pages: each group stays in the browser's cache across releases. */
const vendorGroups = [
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom)[\\/]/,
    priority: 30,
  },
  { name: 'mui', test: /node_modules[\\/](@mui|@emotion)[\\/]/, priority: 20, ...split },
  {
    ...split,
    name: 'admin',
    test: /node_modules[\\/](react-admin|ra-core|ra-ui-materialui|ra-i18n-polyglot|react-hook-form|@tanstack)[\\/]/,
    priority: 20,
  },
];

export default defineConfig({
  root: here,
  plugins: [
    persistedOperations({
      name: 'console',
      folder: resolve(here, 'src'),
      page: resolve(here, 'index.html'),
      inFull: [introspection],
    }),
    oneLanguage(),
    withoutFonts(),
    react(),
    compressedCopies(),
  ],
  build: {
    outDir: resolve(here, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: true,
    modulePreload: { polyfill: false },
    // GraphiQL comes in one piece, on a page that few open.
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      onLog: (level, log, report) => {
        // A directive to a compiler that has run already.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      input: { console: resolve(here, 'index.html') },
      output: {
        codeSplitting: { groups: vendorGroups },
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/graphql': api, '/files': api, '/exports': api, '/imports': api },
  },
});
