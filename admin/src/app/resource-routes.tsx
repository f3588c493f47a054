import { createElement } from 'react';
import { CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import type { ConsoleResource } from '../shared/resource/console-resource.ts';
import { formPage, guardedPage, page } from './page.ts';

type Routes = NonNullable<ConsoleResource['routes']>;

const isFromRoot = ({ path }: Routes[number]) => path.startsWith('/');

const routeElements = (routes: Routes, pageOf = page) =>
  routes.map(({ path, page: load }) => (
    <Route key={path} path={path} element={createElement(pageOf(load))} />
  ));

function resourceElement({ name, menu, pages, routes = [], recordRepresentation }: ConsoleResource) {
  const { list, show, create, edit } = pages ?? {};
  return (
    <Resource
      key={name}
      name={name}
      icon={menu?.icon}
      list={list && guardedPage(name, list)}
      show={show && page(show)}
      create={create && formPage(create)}
      edit={edit && formPage(edit)}
      recordRepresentation={recordRepresentation}
    >
      {routeElements(
        routes.filter((route) => !isFromRoot(route)),
        (load) => guardedPage(name, load),
      )}
    </Resource>
  );
}

/** The children of react-admin's <Admin>: the pages of each resource, and the pages that belong to none. */
export function resourceRoutes(resources: readonly ConsoleResource[]) {
  const fromRoot = resources.flatMap(({ routes = [] }) => routes.filter(isFromRoot));
  return (
    <>
      {resources.filter(({ pages }) => pages).map(resourceElement)}
      <CustomRoutes>{routeElements(fromRoot.filter(({ withoutLayout }) => !withoutLayout))}</CustomRoutes>
      <CustomRoutes noLayout>
        {routeElements(fromRoot.filter(({ withoutLayout }) => withoutLayout))}
      </CustomRoutes>
    </>
  );
}
