import { startBenchCluster } from './bench/cluster';
import { measureThroughput } from './bench/throughput';
const cluster = await startBenchCluster();
try {
  console.table(await measureThroughput(cluster));
} finally {
  await cluster.stop();
}
