/** Why this file exists: how the web app is built, and served while it is being written. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { graphqlDocuments } from './scripts/documents.mjs';

const server = process.env['TWINLADDER_ADDRESS'] ?? 'http://127.0.0.1:4600';

export default defineConfig({
  plugins: [graphqlDocuments(), react()],
  server: { proxy: { '/graphql': server, '/health': server, '/events': server } },
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'data', test: /node_modules[\\/](urql|@urql|wonka|@0no-co)[\\/]/ },
            { name: 'forms', test: /node_modules[\\/](react-hook-form|@hookform|react-number-format)[\\/]/ },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
});
