import { type ComponentType, createElement, lazy } from 'react';
import { wordsOfPages } from '../i18n/provider.ts';
import { FormPage } from '../shared/form/FormPage.tsx';

/** A page in a chunk of its own: `page(() => import('./X.tsx'), 'X')`. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async (): Promise<{ default: ComponentType }> => {
    const [module] = await Promise.all([load(), wordsOfPages()]);
    return { default: module[name] };
  });
}

/** A page that makes or edits a record. */
export const formPage = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  createElement(FormPage, { form: page(load, name) });
