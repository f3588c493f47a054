/** The editors of GraphiQL, and the names to give them. */
const editors = [
  ['.graphiql-query-editor textarea', ['查询语句', 'Operation']],
  ['.graphiql-editor-tool textarea', ['变量', 'Variables']],
  ['.graphiql-response textarea', ['答复', 'Answer']],
] as const;

const set = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** Adds the names and roles that GraphiQL leaves out. */
function repair(root: Element, side: 0 | 1): void {
  for (const [place, names] of editors) {
    for (const textarea of root.querySelectorAll(place)) set(textarea, 'aria-label', names[side]);
  }
  // Scrollable areas must be reachable by keyboard.
  for (const box of root.querySelectorAll('.CodeMirror-scroll')) set(box, 'tabindex', '0');
  // Each tab holds two buttons, which the tab role does not allow: they become a list of buttons.
  for (const list of root.querySelectorAll('.graphiql-tabs')) set(list, 'role', 'list');
  for (const tab of root.querySelectorAll('.graphiql-tab')) {
    set(tab, 'role', 'listitem');
    if (tab.hasAttribute('aria-selected')) tab.removeAttribute('aria-selected');
  }
}

/** Repairs now and after every change; returns a function that stops it. */
export function keepAccessible(root: Element, lang: 'zh' | 'en'): () => void {
  const act = () => repair(root, lang === 'zh' ? 0 : 1);
  act();
  const watch = new MutationObserver(act);
  watch.observe(root, { childList: true, subtree: true, attributeFilter: ['role', 'aria-selected'] });
  return () => watch.disconnect();
}
