import type { Plugin } from 'vite';

/** GraphiQL's style sheet embeds its fonts; we use system fonts, and the content security policy refuses others. */
export function withoutFonts(): Plugin {
  return {
    name: 'bangfu-without-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]graphiql[\\/]dist[\\/]style\.css/.test(id)) return null;
      return { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null };
    },
  };
}
