/**
 * Units through a queue in PostgreSQL (pg-boss): one process plans and assembles, as many as wanted on as many machines read. The
 * documents travel through the database, so workers need nothing but its address. A job may be done twice; its result is kept once.
 */
export { coordinator } from './coordinator.ts'
export { serve } from './worker.ts'
