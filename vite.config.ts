import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { LANGUAGES } from './scripts/lib/languages.mjs';
import { content } from './scripts/lib/paths.mjs';
import { slimMaplibre } from './scripts/lib/slim-maplibre.mjs';
import { slimTimeline } from './scripts/lib/slim-timeline.mjs';

const languageOf = (url = '') => LANGUAGES.find((lang) => url.startsWith(`/${lang}/`));

/** Serves the one template as every page in development; the build prerenders them instead. */
function developmentPages(): Plugin {
  return {
    name: 'switchyard-development-pages',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path, query] = (request.url ?? '').split('?');
        if (languageOf(path)) request.url = `/index.html${query ? `?${query}` : ''}`;
        next();
      });
    },
    transformIndexHtml: (html, { originalUrl }) =>
      html.replace('lang="en"', `lang="${languageOf(originalUrl) ?? 'en'}"`),
  };
}

export default defineConfig({
  // Relative, so that one build runs at any address and in any sub-folder.
  base: './',
  plugins: [svelte({ configFile: false }), developmentPages(), slimTimeline(), slimMaplibre()],
  // The words of this build, wherever they lie.
  resolve: { alias: [{ find: /^.*\/\.generated\/content(?=\/)/, replacement: content }] },
  worker: { format: 'es', plugins: () => [slimMaplibre()] },
  // CommonJS under Node; bundled into the prerender's module instead.
  ssr: { noExternal: ['workbox-window'] },
  build: {
    // A data: address would be refused by the content security policy for fetched files and fonts.
    assetsInlineLimit: 0,
    // Read by the prerender and removed from dist afterwards.
    manifest: true,
    license: { fileName: 'licences.txt' },
    modulePreload: { polyfill: false },
    // MapLibre alone is near the default; tests/build/dist.test.ts holds the real limits, compressed.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // The big libraries apart from our code, so that an update does not fetch them again.
        codeSplitting: {
          groups: [
            { name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl[\\/].*\.m?js$/ },
            { name: 'vis-timeline', test: /node_modules[\\/](vis-|moment)/ },
          ],
        },
        chunkFileNames: ({ facadeModuleId, name }) => {
          const room = /\/src\/(\w+)\/host\.ts$/.exec(facadeModuleId ?? '')?.[1];
          return `assets/${room ?? name}-[hash].js`;
        },
      },
    },
  },
});
