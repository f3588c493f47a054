import './sdl.ts';
