import { type ComponentType, createElement, lazy } from 'react';
import { useRequireAccess } from 'react-admin';
import { wordsOfPages } from '../i18n/provider.ts';
import { FormPage } from '../shared/form/FormPage.tsx';
import type { LoadPage } from '../shared/resource/console-resource.ts';

/** A page in a chunk of its own, rendered once its messages are loaded. */
export const page = (load: LoadPage): ComponentType =>
  lazy(async () => {
    const [component] = await Promise.all([load(), wordsOfPages()]);
    return { default: component };
  });

/** A page that makes or edits a record. */
export const formPage = (load: LoadPage) => createElement(FormPage, { form: page(load) });

/** A page that only those open who may see the list of the resource, also by its address. */
export function guardedPage(resource: string, load: LoadPage): ComponentType {
  const Page = page(load);
  return () => {
    const { isPending } = useRequireAccess({ resource, action: 'list' });
    return isPending ? null : createElement(Page);
  };
}
