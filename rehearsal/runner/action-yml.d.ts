declare module '*/action.yml' {
  const manifest: import('./manifest.ts').Manifest;
  export default manifest;
}
