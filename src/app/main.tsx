// Before anything that starts a worker.
import './own-workers';
import '@fontsource-variable/inter/opsz.css';
import '../ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { inDemo } from './demo';
import { createKit } from './kit';
import { registerOffline } from './register-offline';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
const kit = createKit();
const begin = () => {
  createRoot(root).render(<App kit={kit} />);
};
if (inDemo) void import('./open-demo').then(({ openDemo }) => openDemo(kit, begin));
else begin();
registerOffline(kit.updates);
