// The entry point of every page. These two come before all that Vaadin does.
import './server-calls';
import './trusted-html';

import { Router } from '@vaadin/router';
import { Flow } from 'Frontend/generated/jar-resources/Flow.js';

const { serverSideRoutes } = new Flow({ imports: () => import('Frontend/generated/flow/generated-flow-imports.js') });
void new Router(document.querySelector('#outlet')).setRoutes(serverSideRoutes);
