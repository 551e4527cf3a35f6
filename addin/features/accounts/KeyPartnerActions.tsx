/** What can be said about one key partner: the role, that they matter no more, that they have left. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { JSX } from 'react';
import type { KeyPartner } from '../../../api/contract/accounts.ts';
import { type KeyPartnerRole, keyPartnerRoles } from '../../../api/contract/vocabulary.ts';
import { useText } from '../../ui/text.tsx';

const noRole = 'none';

interface KeyPartnerActionsProps {
  readonly partner: KeyPartner;
  readonly isBusy: boolean;
  readonly onRole: (role: KeyPartnerRole | undefined) => void;
  readonly onRemove: () => void;
  readonly onLeft: () => void;
}

export function KeyPartnerActions({ partner: { name, role }, isBusy, onRole, onRemove, onLeft }: KeyPartnerActionsProps): JSX.Element {
  const text = useText();
  return (
    <Menu
      checkedValues={{ role: [role ?? noRole] }}
      onCheckedValueChange={(_event, { checkedItems: [chosen] }) => onRole(keyPartnerRoles.find((known) => known === chosen))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={text('keyPartners.actions', { name })}
          disabledFocusable={isBusy}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{text('keyPartners.role')}</MenuGroupHeader>
            {keyPartnerRoles.map((known) => (
              <MenuItemRadio key={known} name="role" value={known}>
                {text(`role.${known}`)}
              </MenuItemRadio>
            ))}
            <MenuItemRadio name="role" value={noRole}>
              {text('keyPartners.role.none')}
            </MenuItemRadio>
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={onRemove}>{text('keyPartners.remove')}</MenuItem>
          <MenuItem onClick={onLeft}>{text('keyPartners.left')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
