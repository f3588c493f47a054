import { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Admin } from 'react-admin';
import { currentLocale, subscribeToLocale } from '../i18n/locale.ts';
import { i18nProvider } from '../i18n/provider.ts';
import { LoginPage } from '../layout/entry/LoginPage.tsx';
import { Layout } from '../layout/Layout.tsx';
import { ErrorPage } from '../layout/messages/ErrorPage.tsx';
import { createAuthProvider } from '../providers/account/auth-provider.ts';
import { createStore } from '../providers/account/store.ts';
import { createDataProvider } from '../providers/data/data-provider.ts';
import { consoleResources } from '../resources/resources.ts';
import { ResourcesProvider } from '../shared/resource/useConsoleResources.ts';
import { themeFor } from '../theme/theme.ts';
import { page } from './page.ts';
import { resourceRoutes } from './resource-routes.tsx';
import { retryUnlessRefused } from './retry.ts';

// Not needed on the first page.
const DeniedPage = page(async () => (await import('../layout/messages/DeniedPage.tsx')).DeniedPage);
const NotFoundPage = page(async () => (await import('../layout/messages/NotFoundPage.tsx')).NotFoundPage);

const queryClient = new QueryClient({
  defaultOptions: {
    // Without this a page opened while offline would load for ever instead of reporting the network error.
    queries: { networkMode: 'offlineFirst', retry: retryUnlessRefused, refetchOnWindowFocus: false },
    mutations: { networkMode: 'offlineFirst', retry: false },
  },
});

const store = createStore();
const authProvider = createAuthProvider(
  consoleResources,
  () => void queryClient.invalidateQueries({ queryKey: ['auth', 'getIdentity'] }),
);
const dataProvider = createDataProvider(consoleResources);
const routes = resourceRoutes(consoleResources);

export function App() {
  const locale = useSyncExternalStore(subscribeToLocale, currentLocale);
  return (
    <ResourcesProvider value={consoleResources}>
      <Admin
        disableTelemetry
        requireAuth
        title=""
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        store={store}
        theme={themeFor(locale)}
        layout={Layout}
        loginPage={LoginPage}
        accessDenied={DeniedPage}
        catchAll={NotFoundPage}
        error={ErrorPage}
      >
        {routes}
      </Admin>
    </ResourcesProvider>
  );
}
