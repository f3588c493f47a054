import { type ComponentType, createElement, lazy } from 'react';
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
