import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import './styles/app.css';
import { App, makeQueries } from './app';
import { followTheme } from './frame/theme';
import { makeRouter } from './router';

followTheme();

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no place for the dashboard');
createRoot(place).render(
  <StrictMode>
    <App router={makeRouter()} queries={makeQueries()} />
  </StrictMode>,
);
