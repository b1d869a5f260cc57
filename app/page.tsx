import { redirect } from 'next/navigation';
import { TODAY } from './today/today-address';

export default function Home() {
  redirect(TODAY);
}
