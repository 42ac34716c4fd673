import { Link } from 'react-router'
import type { ListItemsRow } from '../../../generated/api'
import { handlingName, itemTypeName } from '../words'

/** An item as the directory shows it: what it is, who handles it, whether it can be asked for from here. */
export function ItemCard(props: { of: ListItemsRow }) {
  const { of } = props
  return (
    <Link className="card" to={`/items/${of.code}`}>
      <strong>{of.name}</strong>
      <span className="quiet">{of.owner ? `${of.owner.name}办理` : '已取消，不再办理'}</span>
      <span className="row small">
        <span className="tag">{itemTypeName[of.type]}</span>
        <span className="tag">{handlingName[of.handling]}</span>
        {of.served ? <span className="tag good">可网上申请</span> : null}
      </span>
    </Link>
  )
}
