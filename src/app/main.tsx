import '@fontsource-variable/inter/opsz.css';
import '../ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { createKit } from './kit';
import { registerOffline } from './register-offline';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(<App kit={createKit()} />);
registerOffline();
