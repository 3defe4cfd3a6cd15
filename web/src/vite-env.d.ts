/** Why this file exists: what Vite gives to imports of styles and assets. */
/// <reference types="vite/client" />
